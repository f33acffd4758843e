namespace Breakwater.Domain;

/// <summary>Truths that the code relies on, checked in release builds too.</summary>
public static class Invariant
{
    /// <param name="truth">What holds, as a sentence.</param>
    /// <exception cref="InvalidOperationException">It does not hold: a defect in Breakwater, not in its input.</exception>
    public static void Holds(bool condition, string truth)
    {
        if (!condition)
        {
            Break(truth);
        }
    }

    private static void Break(string truth) =>
        throw new InvalidOperationException("It should hold that " + truth + ".");
}
