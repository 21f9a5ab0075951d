using System.Text;

namespace Gatepost.Cli.Probe;

/// <summary>The password of a login: the first line of a file, or an environment variable; never an argument, which others can see.</summary>
internal static class SecretFile
{
    /// <summary>The environment variable that holds the password where no file does.</summary>
    public const string Variable = "GATEPOST_PASSWORD";

    private const int Longest = 64 << 10;

    /// <summary>Reads the password; where that fails, says why.</summary>
    public static bool TryRead(string? path, out string secret, out string? problem)
    {
        (secret, problem) = ("", null);
        if (path is null)
        {
            secret = Environment.GetEnvironmentVariable(Variable) ?? "";
            if (secret.Length == 0) problem = $"--login needs a password: put it into the first line of a file and give --secrets FILE, or set {Variable}.";
            return problem is null;
        }

        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
            {
                problem = $"others can read {path}; make it yours alone: chmod 600 {path}";
                return false;
            }

            using var stream = File.OpenRead(path);
            var octets = new byte[Longest];
            var text = Encoding.UTF8.GetString(octets, 0, stream.ReadAtLeast(octets, Longest, throwOnEndOfStream: false));
            secret = text.Split('\n')[0].TrimEnd('\r');
            if (secret.Length == 0) problem = $"the first line of {path} is empty; it is to be the password.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"{path} cannot be read: {(e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : "permission is denied or it is a directory")}.";
        }

        return problem is null;
    }
}
