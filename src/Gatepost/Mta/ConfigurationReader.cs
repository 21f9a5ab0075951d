using Gatepost.Mta.Exchange;
using Gatepost.Mta.Exim;
using Gatepost.Mta.OpenSmtpd;
using Gatepost.Mta.Postfix;
using Gatepost.Mta.Sendmail;

namespace Gatepost.Mta;

/// <summary>Reads the configuration of any server that is known here. Never throws on what a configuration says.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads a configuration.</summary>
    /// <param name="software">The server that it is for; see <see cref="Recognition"/>.</param>
    /// <param name="files">Its files.</param>
    /// <param name="path">The file to start from.</param>
    /// <param name="options">What the configuration does not say.</param>
    public static Configuration Read(Software software, IConfigFiles files, string path, ReadingOptions options)
    {
        var template = new Template(files);
        return template.Mark(Parse(software, template, path, options));
    }

    private static Configuration Parse(Software software, IConfigFiles files, string path, ReadingOptions options) => software switch
    {
        Software.Postfix => PostfixReader.Read(files, path, options),
        Software.Exim => EximReader.Read(files, path, options),
        Software.OpenSmtpd => OpenSmtpdReader.Read(files, path, options),
        Software.Sendmail => SendmailReader.Read(files, path, options),
        Software.Exchange => ExchangeReader.Read(files, path, options),
        _ => throw new ArgumentOutOfRangeException(nameof(software)),
    };
}
