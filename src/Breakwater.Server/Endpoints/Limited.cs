namespace Breakwater.Server;

/// <summary>Numbers of a query within their limits.</summary>
internal static class Limited
{
    /// <exception cref="RequestException">It lies outside.</exception>
    public static void Within(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new RequestException(FormattableString.Invariant($"{name}: must be from {least} to {most}"));
        }
    }
}
