using System.Globalization;
using Breakwater.Domain;
using Breakwater.Exchange;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>By how much a large order moves the market's own liquidity, sold in many small pieces.</summary>
/// <remarks>
/// A depth curve with a latent density, a revelation delay and makers of the order of Bitcoin's at a large venue; the values
/// are the test's own and not a scenario's. No noise and no news: what is left is impact alone. One child a second.
/// </remarks>
internal sealed class SquareRootImpact : ITheory
{
    private const double Price = 116_000;
    private const double LatentDensity = 0.28 * 500e9;
    private const double Depth = 60e6;
    private const double LatentParticipation = 0.2;
    private const double Tolerance = 0.05;

    // 700 coins a minute, of a quiet minute before the fall; data/oct-10-2025/btc-volume-by-day.csv.
    private const double VolumeASecond = 700 * Price / 60;

    private const string ToBlame =
        "makers' ladders are flat and follow the price, so they give a linear impact until latent orders outweigh them, at "
        + "about 9 % here; see docs/verification.md";

    private static readonly Instrument s_coin = new(default, "BTC", Currency.Usdt, 0.1m, 0.001m);
    private static readonly Duration s_step = Duration.FromSeconds(1);
    private static readonly Duration s_revelation = Duration.FromSeconds(400);
    private static readonly int[] s_children = [32, 64, 128, 256, 512, 1024];
    private static readonly double[] s_participations = [0.01, 0.05, 0.2];
    private static readonly double[] s_slowParticipations = [0.02, 0.05, 0.1, 0.2];
    private const int SlowChildren = 4 * 3600;

    public string Name => "square-root-impact";

    public string Claim => "A metaorder of many children moves the price by the root of its size";

    public Paper Paper { get; } =
        new(
            "J. Donier, J. Bonart, I. Mastromatteo, J.-P. Bouchaud",
            2015,
            "A fully consistent, minimal model for non-linear market impact",
            "Quantitative Finance 15(7), 1109-1121"
        );

    public IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel) =>
        [
            .. s_participations.Select(share => Exponent("latent orders alone", share, 0, null)),
            .. Slow(),
            .. s_participations.Select(share => Exponent("with makers", share, Depth, ToBlame)),
        ];

    private static VerifiedFigure Exponent(string market, double participation, double depth, string? limit)
    {
        Metaorder[] orders = [.. s_children.Select(children => Order(participation, children))];
        double[] impacts = [.. orders.Select(order => Impact(order, depth))];
        double exponent = LogLogFit.Exponent([.. orders.Select(order => order.Dollars)], impacts);
        string share = participation.ToString("P0", CultureInfo.InvariantCulture);
        return new($"{market}, {share} of volume: exponent", "section 4", 0.5, exponent, Tolerance, Limit: limit);
    }

    // Slower than people show themselves: what comes in equals what they take back, R = L I^2 / (2 tau).
    private static IEnumerable<VerifiedFigure> Slow()
    {
        Metaorder[] orders = [.. s_slowParticipations.Select(share => Order(share, SlowChildren))];
        double[] impacts = [.. orders.Select(order => Impact(order, Depth))];
        double exponent = LogLogFit.Exponent([.. orders.Select(order => order.Dollars)], impacts);
        double seconds = s_revelation.Nanoseconds / 1e9;
        double balance = Math.Sqrt(2 * seconds * orders[^1].DollarsPerChild / LatentDensity);
        return
        [
            new("with makers, four hours: exponent", "section 4", 0.5, exponent, Tolerance),
            new("with makers, four hours, 20 %: impact", "balance of flows", balance, impacts[^1], 0.01 * balance),
        ];
    }

    private static Metaorder Order(double participation, int children) => new(participation * VolumeASecond, children);

    private static double Impact(Metaorder order, double depth)
    {
        var parameters = new CurveParameters(LatentDensity, s_revelation, Duration.FromSeconds(3));
        var curve = new DepthCurve(s_coin, Price, parameters);
        curve.Reset(Timestamp.Epoch);
        curve.Quote(depth, depth, 0);
        return order.SellInto(curve, (double)s_coin.LotSize * Price, s_step, LatentParticipation);
    }
}
