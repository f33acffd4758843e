namespace Breakwater.Runs;

/// <summary>What somebody may have meant.</summary>
public static class Nearest
{
    // A shorter word is part of too many others.
    private const int ShortestPart = 3;

    /// <summary>As <see cref="Hint"/>, but first all that begin with the word, hold it, or are held by it.</summary>
    /// <returns><c>did you mean "x" or "y"?</c>, or what <see cref="Hint"/> says.</returns>
    public static string HintOfPart(string word, IEnumerable<string> known)
    {
        string[] all = [.. known];
        string[] alike = word.Length < ShortestPart ? [] : AlikeIn(all, word);
        return alike.Length == 0 ? Hint(word, all) : $"did you mean {string.Join(" or ", alike.Select(Quoted))}?";
    }

    /// <returns><c>did you mean "x"?</c>, or where nothing is near, all that there is.</returns>
    public static string Hint(string word, IEnumerable<string> known)
    {
        string[] all = [.. known];
        string? nearest = all.MinBy(candidate => Distance(word, candidate));
        if (nearest is null)
        {
            return "there is none";
        }

        bool near = Distance(word, nearest) <= Math.Max(2, word.Length / 3);
        return near ? $"did you mean \"{nearest}\"?" : $"known: {string.Join(", ", all)}";
    }

    private static string[] AlikeIn(string[] all, string word)
    {
        Predicate<string>[] likenesses =
        [
            candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase),
            candidate => candidate.Contains(word, StringComparison.OrdinalIgnoreCase),
            candidate => word.Contains(candidate, StringComparison.OrdinalIgnoreCase),
        ];
        return likenesses.Select(isAlike => Array.FindAll(all, isAlike)).FirstOrDefault(found => found.Length > 0, []);
    }

    private static string Quoted(string name) => $"\"{name}\"";

    // Levenshtein's, one row at a time: letters to add, drop or change. Case counts for nothing.
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
            {
                bool same = char.ToLowerInvariant(from[i]) == char.ToLowerInvariant(to[j]);
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[to.Length];
    }
}
