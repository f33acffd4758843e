using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>The prices of one seed every half minute, kept small so that a thousand seeds fit.</summary>
/// <param name="Prices">By listing of the world, then by moment: the middle of the book.</param>
internal sealed record PathSample(Timestamp Start, Duration Step, float[][] Prices)
{
    private static readonly Duration s_step = Duration.FromSeconds(30);

    /// <returns>Null where prices are given: they are the same on every seed.</returns>
    public static PathSample? Of(World world)
    {
        if (world.Series is not { } series)
        {
            return null;
        }

        int every = (int)Math.Max(1, s_step.Nanoseconds / series.Step.Nanoseconds);
        return new PathSample(
            series.Start,
            series.Step * every,
            [
                .. world.Venues.SelectMany(
                    (venue, number) =>
                        venue.Parameters.Listings.Select(
                            (_, listing) => Thinned(series[SeriesKind.Middle, number, listing], every)
                        )
                ),
            ]
        );
    }

    private static float[] Thinned(ReadOnlySpan<double> values, int every)
    {
        float[] kept = new float[(values.Length + every - 1) / every];
        for (int moment = 0; moment < kept.Length; moment++)
        {
            kept[moment] = (float)values[moment * every];
        }

        return kept;
    }
}
