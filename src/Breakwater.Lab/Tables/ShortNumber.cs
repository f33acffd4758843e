namespace Breakwater.Lab;

/// <summary>Numbers that are sent to be drawn.</summary>
internal static class ShortNumber
{
    /// <summary>Eight draw any chart; the other eight of a double would be most of what is sent.</summary>
    public const int DigitsOfCharts = 8;

    /// <summary>The number to as many significant digits; null where there is none.</summary>
    public static double? Of(double value, int digits = DigitsOfCharts)
    {
        if (!double.IsFinite(value))
        {
            return null;
        }

        if (value == 0)
        {
            return 0;
        }

        int decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return decimals switch
        {
            < 0 => Math.Round(value / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals),
            <= 15 => Math.Round(value, decimals),
            _ => value,
        };
    }
}
