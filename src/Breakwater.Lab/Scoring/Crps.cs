namespace Breakwater.Lab;

/// <summary>The continuous ranked probability score of an ensemble: how far its distribution lies from what was observed.</summary>
/// <remarks>
/// <para>
/// <c>CRPS = mean |x - y| - mean |x - x'| / 2</c> over all pairs of members, a member with itself included: exact for the
/// distribution that puts the same weight on each member. In the unit of the observable; 0 is perfect. Gneiting and
/// Raftery, "Strictly proper scoring rules, prediction, and estimation", JASA 102, 2007.
/// </para>
/// <para>
/// What is known of y is that it lies in an interval, so nothing inside of it is told apart: members are moved to their
/// signed distance from the interval first (0 within), and y is 0. That is the threshold-weighted score whose weight is 0
/// in the interval and 1 outside. Gneiting and Ranjan, "Comparing density forecasts using threshold- and
/// quantile-weighted scoring rules", JBES 29, 2011; the form with moved members is that of Allen, Ginsbourger and Ziegel,
/// "Evaluating forecasts for high-impact events using transformed kernel scores", SIAM/ASA JUQ 11, 2023.
/// </para>
/// </remarks>
public static class Crps
{
    /// <param name="members">At least one.</param>
    public static double Against(IReadOnlyList<double> members, double low, double high)
    {
        double[] distances = [.. members.Select(member => member - Math.Clamp(member, low, high)).Order()];
        int count = distances.Length;
        double error = 0;
        double differences = 0;
        for (int i = 0; i < count; i++)
        {
            error += Math.Abs(distances[i]);
            // In order, each member is subtracted from those after it and has those before it subtracted.
            differences += (2 * i + 1 - count) * distances[i];
        }

        return error / count - differences / ((double)count * count);
    }
}
