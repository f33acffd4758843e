namespace Breakwater.Domain;

/// <summary>Exact counting of decimal amounts in decimal steps, for the edges where people write numbers.</summary>
internal static class DecimalScale
{
    public static decimal PowerOfTenth(int power) => new(1, 0, 0, false, checked((byte)power));

    /// <returns>False where the amount is not a whole number of steps or the count does not fit 64 bits.</returns>
    public static bool TryCount(decimal amount, decimal step, out long count)
    {
        decimal quotient = amount / step;
        bool whole = quotient == decimal.Truncate(quotient) && quotient * step == amount;
        bool fits = quotient >= long.MinValue && quotient <= long.MaxValue;
        count = whole && fits ? decimal.ToInt64(quotient) : 0;
        return whole && fits;
    }
}
