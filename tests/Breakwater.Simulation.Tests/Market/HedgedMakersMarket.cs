using Breakwater.Domain;
using Breakwater.Exchange;

namespace Breakwater.Simulation.Tests;

/// <summary>
/// The market of <see cref="TestMarket"/> with one long that a fall bankrupts and no shorts but the makers' carry, so that whoever is
/// deleveraged is a maker. Makers fear nothing else: neither volatility nor losses take their quotes.
/// </summary>
internal sealed class HedgedMakersMarket
{
    private const int Crowd = 1;
    private static readonly InstrumentId s_coin = new(0);
    private readonly int _firms;
    private readonly Market _market;

    public HedgedMakersMarket(bool books, bool makersDeleveraged)
    {
        WorldParameters parameters = Create(books, makersDeleveraged);
        _firms = parameters.Market!.Makers.Firms;
        _market = TestMarket.MarketOf(parameters);
        Before = [.. Enumerable.Range(0, _firms).Select(LegsOf)];
        _market.Run(now =>
        {
            if (Wave is null && Deleveraged().Any(notional => notional > 0))
            {
                Wave = Steps.Count;
            }

            Steps.Add(Look(now));
        });
    }

    public MakerParameters Makers => _market.Parameters.Makers;

    /// <summary>By firm, before anything happened.</summary>
    public IReadOnlyList<(double Perpetual, double Spot)> Before { get; }

    /// <summary>The market each second, as it stands before anybody acts.</summary>
    public List<Second> Steps { get; } = [];

    /// <summary>The first of <see cref="Steps"/> after somebody was deleveraged; none where nobody was.</summary>
    public int? Wave { get; private set; }

    private VenueInWorld Perpetual => _market.Venues[0];

    /// <summary>By firm, in dollars: what deleveraging has closed of its short.</summary>
    public double[] Deleveraged()
    {
        Perpetual.Flush();
        return [.. Enumerable.Range(0, _firms).Select(DeleveragedOf)];
    }

    private double DeleveragedOf(int firm)
    {
        AccountFlow row = Perpetual.Tally.FlowsByAccount.Rows.FirstOrDefault(row => row.Account == AccountOf(firm, 0));
        return (double)Currency.Usdt.ToDecimal(row.Deleveraged);
    }

    private Second Look(Timestamp now) =>
        new(
            now,
            [.. Enumerable.Range(0, _firms).Select(LegsOf)],
            [.. _market.Places.Select(place => place.Liquidity.QuotedAgainst(Side.Buy) / place.CalmDensity)],
            _market.Places[0].Price
        );

    // In coins; what the firm has of the coin at each venue.
    private (double Perpetual, double Spot) LegsOf(int firm) => (CoinsOf(firm, 0), CoinsOf(firm, 1));

    private double CoinsOf(int firm, int venue) =>
        _market.Venues[venue].Venue.LotsOf(AccountOf(firm, venue), s_coin).Lots * 0.001;

    // Firms open one account for each of two listings, after whoever was there.
    private static AccountId AccountOf(int firm, int venue) =>
        new(VenueInWorld.FirstTrader + (venue == 0 ? Crowd : 0) + 2 * firm);

    private static WorldParameters Create(bool books, bool makersDeleveraged)
    {
        WorldParameters market = TestMarket.Create(
            shock: 0.06,
            switches: Switches.AllOn with
            {
                MakersDeleveraged = makersDeleveraged,
            },
            carry: 0.2,
            DeleveragingTrigger.NegativeEquity,
            books
        );
        return market with
        {
            Market = market.Market! with
            {
                Shock = market.Market.Shock with { ShareAtOnce = 1 },
                Makers = market.Market.Makers with { HalfDepthVolatility = 1e9, LossLimit = 0.99, HedgeDepth = 1 },
            },
            Venues = [market.Venues[0] with { GivenAccounts = [Long()] }, market.Venues[1]],
        };
    }

    // 60 of the 1,000 coins of open interest, at 25x; a firm is short of 66.
    private static GivenAccount Long() =>
        new(
            "long",
            MarginMode.Cross,
            Money.FromMinorUnits(240_000_000_000),
            [
                new GivenPosition(
                    s_coin,
                    Quantity.FromLots(60_000),
                    Price.FromTicks(1_000_000),
                    Money.Zero,
                    Leverage.FromMultiple(25),
                    "here"
                ),
            ]
        );

    /// <param name="Legs">By firm, in coins.</param>
    /// <param name="Asks">By place: quoted on the ask, over a calm day's.</param>
    public sealed record Second(
        Timestamp Time,
        IReadOnlyList<(double Perpetual, double Spot)> Legs,
        IReadOnlyList<double> Asks,
        double Price
    );
}
