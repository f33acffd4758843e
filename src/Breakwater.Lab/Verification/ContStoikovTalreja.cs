using System.Globalization;
using Breakwater.Domain;
using Breakwater.Matching;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>Odds that the next move of the mid price is up, given the two best queues, at a spread of one tick.</summary>
/// <remarks>
/// Sky Perfect Communications, Tokyo, with the paper's fitted rates (Table 2 there). Every order goes to the engine's book.
/// </remarks>
internal sealed class ContStoikovTalreja(int paths = 40_000) : ITheory
{
    /// <summary>Per minute, at distances of 1 to 5 ticks.</summary>
    private static readonly OrderFlowRates s_rates = new(
        0.94,
        [1.85, 1.51, 1.09, 0.88, 0.77],
        [0.71, 0.81, 0.68, 0.56, 0.47]
    );

    private const string Table = """
        .500 .336 .259 .216 .188
        .664 .500 .407 .348 .307
        .741 .593 .500 .437 .391
        .784 .652 .563 .500 .452
        .812 .693 .609 .548 .500
        """;

    // Of the paper's Laplace inversion.
    private const double PaperError = 0.001;
    private const double StandardErrors = 4;
    private const uint Participant = 1;

    private static readonly Price s_bid = Price.FromTicks(10_000);
    private static readonly Price s_ask = s_bid + PriceDelta.FromTicks(1);

    public string Name => "cont-stoikov-talreja";

    public string Claim => "Odds that the next mid move is up, by the queues at the best prices, from the order book";

    public Paper Paper { get; } =
        new(
            "R. Cont, S. Stoikov, R. Talreja",
            2010,
            "A stochastic model for order book dynamics",
            "Operations Research 58(3), 549-563"
        );

    public IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel)
    {
        string[][] table = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.TrimEntries))];
        var figures = new List<VerifiedFigure>();
        for (int bids = 1; bids <= table.Length; bids++)
        {
            for (int asks = 1; asks <= table.Length; asks++)
            {
                cancel.ThrowIfCancellationRequested();
                double published = double.Parse(table[bids - 1][asks - 1], CultureInfo.InvariantCulture);
                double error = Math.Sqrt(published * (1 - published) / paths);
                figures.Add(
                    new VerifiedFigure(
                        $"{bids} bid, {asks} asked",
                        "Table 3, Laplace",
                        published,
                        ShareOfRises(seed, bids, asks),
                        PaperError + StandardErrors * error
                    )
                );
            }
        }

        return figures;
    }

    internal double ShareOfRises(Seed seed, int bids, int asks)
    {
        OrderBook book = ModelBook.Create(new BookRules());
        var draws = new DrawStream(seed, Participant, default, bids * 100 + asks);
        var flow = new ZeroIntelligenceFlow(book, s_rates, draws);
        int rises = 0;
        for (int path = 0; path < paths; path++)
        {
            flow.Clear();
            Fill(flow, Side.Buy, s_bid, bids);
            Fill(flow, Side.Sell, s_ask, asks);
            rises += NextMoveIsUp(flow, book) ? 1 : 0;
        }

        return (double)rises / paths;
    }

    private static void Fill(ZeroIntelligenceFlow flow, Side side, Price price, int orders)
    {
        for (int i = 0; i < orders; i++)
        {
            flow.Place(side, price);
        }
    }

    private static bool NextMoveIsUp(ZeroIntelligenceFlow flow, OrderBook book)
    {
        while (true)
        {
            flow.Step();
            if (book.Best(Side.Sell).Price != s_ask)
            {
                return true;
            }

            if (book.Best(Side.Buy).Price != s_bid)
            {
                return false;
            }
        }
    }
}
