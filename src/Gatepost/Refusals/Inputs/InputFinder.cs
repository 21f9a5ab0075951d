namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Finds what there is to read behind the paths that a user names: files as they are, directories with all below them
/// in ordinal order of the paths, Maildirs by their rules. Lazy: nothing is opened, a directory is listed when it is reached.
/// </summary>
public static class InputFinder
{
    private const int MaxDepth = 64;
    private const int MaxLinkedDirectories = 1000;

    /// <summary>The inputs, in the order of <paramref name="paths"/>. <c>-</c> is standard input; read once, however often it is named.</summary>
    public static IEnumerable<InputEntry> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var standardInputSeen = false;
        foreach (var path in paths)
        {
            if (path == InputEntry.StandardInput)
            {
                if (standardInputSeen) continue;
                standardInputSeen = true;
                yield return new InputEntry(path) { IsStandardInput = true };
            }
            else if (Directory.Exists(path))
            {
                foreach (var entry in new Walk().Enter(path)) yield return entry;
            }
            else
            {
                yield return new InputEntry(path);
            }
        }
    }

    /// <summary>The walk below one directory that the user named.</summary>
    private sealed class Walk
    {
        private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
        private int _linked;

        public IEnumerable<InputEntry> Enter(string root) => Enter(root, Path.GetFullPath(root), 0);

        private IEnumerable<InputEntry> Enter(string path, string real, int depth)
        {
            if (!_visited.Add(real)) return [Note(path, "This directory was read already; a symbolic link leads to it again.")];
            if (depth > MaxDepth) return [Note(path, $"Directories more than {MaxDepth} levels down are not read.")];
            if (DirectoryListing.List(path, out var problem) is not { } entries) return [new InputEntry(path) { Problem = problem }];
            return Maildir.Is(entries) ? EnterMaildir(path, real, depth, entries) : EnterPlain(path, real, depth, entries);
        }

        private IEnumerable<InputEntry> EnterPlain(string path, string real, int depth, List<DirectoryListing.Entry> entries)
        {
            var hidden = 0;
            foreach (var entry in entries)
            {
                if (entry.IsHidden) hidden++;
                else if (entry.IsDirectory) foreach (var below in Descend(path, real, depth, entry)) yield return below;
                else yield return OfFile(Path.Join(path, entry.Name), entry);
            }

            if (hidden > 0) yield return Note(path, hidden == 1 ? "One hidden entry was passed over." : $"{hidden} hidden entries were passed over.");
        }

        private IEnumerable<InputEntry> EnterMaildir(string path, string real, int depth, List<DirectoryListing.Entry> entries)
        {
            foreach (var entry in entries)
            {
                if (!Maildir.IsRead(entry)) continue;
                if (entry.IsHidden && !Directory.Exists(Path.Join(path, entry.Name, "cur"))) continue;
                foreach (var below in Descend(path, real, depth, entry)) yield return below;
            }
        }

        private IEnumerable<InputEntry> Descend(string path, string real, int depth, in DirectoryListing.Entry entry)
        {
            var below = Path.Join(path, entry.Name);
            var realBelow = Path.Join(real, entry.Name);
            if (!entry.IsLink) return Enter(below, realBelow, depth + 1);
            if (++_linked > MaxLinkedDirectories) return [Note(below, "Too many symbolic links to directories; this one was not followed.")];
            try
            {
                return Enter(below, Directory.ResolveLinkTarget(realBelow, returnFinalTarget: true)?.FullName ?? realBelow, depth + 1);
            }
            catch (Exception e) when (InputProblems.IsExpected(e))
            {
                return [new InputEntry(below) { Problem = InputProblems.Describe(e) }];
            }
        }

        private static InputEntry OfFile(string path, in DirectoryListing.Entry entry) => new(path)
        {
            IsEmpty = entry.Length == 0,
            Problem = entry.Length < 0 ? "the symbolic link leads nowhere" : null,
        };

        private static InputEntry Note(string path, string note) => new(path) { Note = note };
    }
}
