using System.IO.Enumeration;

namespace Gatepost.Refusals.Inputs;

/// <summary>The entries of one directory, in ordinal order of their paths, with what the walk needs to know of each.</summary>
internal static class DirectoryListing
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
        ReturnSpecialDirectories = false,
    };

    /// <summary>One entry. <paramref name="Length"/> is that of a link's target.</summary>
    internal readonly record struct Entry(string Name, bool IsDirectory, bool IsLink, long Length)
    {
        /// <summary>True for names that begin with a dot.</summary>
        public bool IsHidden => Name.StartsWith('.');
    }

    /// <summary>Lists <paramref name="path"/>; null with a reason where it cannot be listed.</summary>
    public static List<Entry>? List(string path, out string problem)
    {
        problem = "";
        try
        {
            var entries = new List<Entry>();
            foreach (var entry in new FileSystemEnumerable<Entry>(path, Describe, Everything)) entries.Add(entry);
            entries.Sort(static (a, b) => Compare(a, b));
            return entries;
        }
        catch (Exception e) when (InputProblems.IsExpected(e))
        {
            problem = InputProblems.Describe(e);
            return null;
        }
    }

    private static Entry Describe(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
        if (entry.IsDirectory) return new Entry(entry.FileName.ToString(), true, isLink, 0);
        return new Entry(entry.FileName.ToString(), false, isLink, isLink ? LengthOfTarget(entry.ToFullPath()) : entry.Length);
    }

    private static long LengthOfTarget(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: true) is FileInfo { Exists: true } target ? target.Length : -1;
        }
        catch (Exception e) when (InputProblems.IsExpected(e))
        {
            return -1;
        }
    }

    /// <summary>The order of whole paths: a directory's name counts with its slash.</summary>
    private static int Compare(in Entry a, in Entry b)
    {
        var common = Math.Min(a.Name.Length, b.Name.Length);
        var order = string.CompareOrdinal(a.Name, 0, b.Name, 0, common);
        if (order != 0) return order;
        return Next(a, common).CompareTo(Next(b, common));

        static int Next(in Entry e, int at) => at < e.Name.Length ? e.Name[at] : e.IsDirectory ? '/' : -1;
    }
}
