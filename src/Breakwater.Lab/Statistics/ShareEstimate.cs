using MathNet.Numerics.Distributions;

namespace Breakwater.Lab;

/// <summary>How often something happened over seeds, with the 95 % interval of its probability.</summary>
/// <remarks>
/// Wilson's interval: of all probabilities p, those with <c>|k/n - p| &lt;= z sqrt(p (1 - p) / n)</c>. It stays within 0 and 1
/// and has a width also where the thing happened never or always. Source: Wilson, "Probable inference, the law of
/// succession, and statistical inference", JASA 22, 1927.
/// </remarks>
/// <param name="Count">Seeds in which it happened.</param>
public sealed record ShareEstimate(int Count, int Of, double Share, double Low, double High)
{
    private const double Level = 0.95;
    private static readonly double s_z = Normal.InvCDF(0, 1, (1 + Level) / 2);

    /// <param name="of">Positive.</param>
    public static ShareEstimate From(int count, int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(of);
        double share = (double)count / of;
        double z2 = s_z * s_z;
        double middle = (share + z2 / (2 * of)) / (1 + z2 / of);
        double half = s_z / (1 + z2 / of) * Math.Sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
        return new ShareEstimate(count, of, share, count == 0 ? 0 : middle - half, count == of ? 1 : middle + half);
    }
}
