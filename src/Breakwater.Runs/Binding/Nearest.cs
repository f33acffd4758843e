namespace Breakwater.Runs;

/// <summary>What somebody may have meant.</summary>
internal static class Nearest
{
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
