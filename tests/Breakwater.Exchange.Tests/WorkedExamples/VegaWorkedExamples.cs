using Breakwater.Domain;
using Breakwater.Testing;

namespace Breakwater.Exchange.Tests;

/// <summary>Vega against the numbers of its specifications and feature tests.</summary>
public sealed class VegaWorkedExamples
{
    // vegaprotocol/specs protocol/0019-MCAL-margin_calculator.md at 006151bda8.
    // vegaprotocol/specs protocol/0019-MCAL-margin_calculator.md at 88b911cb26, 0019-MCAL-024/025.
    private static readonly WorkedTable Margins = WorkedTable.Parse(
        """
        | example        | open | buys | sells | mark  | bids              | asks               | long factor | short factor | slippage cap | maintenance |
        | vega-margin-01 | 10   | 4    | 8     | 144   | 120x1 110x4 108x7 | 188x3 240x5 258x3  | 0.1         | 0.11         | -            | 541.6       |
        | vega-margin-02 | -1   | 0    | 0     | 15900 | 15000x1 14900x10  | 100000x1 100100x10 | 0.1         | 0.1          | 0.25         | 5565        |
        | vega-margin-03 | -1   | 0    | 0     | 15900 | 15000x1 14900x10  | 100000x1 100100x10 | 0.1         | 0.1          | 100          | 85690       |
        """
    );

    public static TheoryData<string> MarginsRows => [.. Margins.Names];

    [Theory]
    [MemberData(nameof(MarginsRows))]
    public void Maintenance_margin_is(string example)
    {
        WorkedRow row = Margins[example];
        Rational open = row.Number("open");
        Rational mark = row.Number("mark");
        Rational? cap = row["slippage cap"] == "-" ? null : row.Number("slippage cap");
        Rational longs = FourMarginLevels.Maintenance(
            SideOf(row, Rational.Max(open, Rational.Zero), row.Number("buys"), "bids", "long factor", -1),
            mark,
            cap
        );
        Rational shorts = FourMarginLevels.Maintenance(
            SideOf(row, Rational.Max(-open, Rational.Zero), SellsBeyond(open, row), "asks", "short factor", 1),
            mark,
            cap
        );

        Assert.Null(row.Differs("maintenance", Rational.Max(longs, shorts)));
    }

    // vegaprotocol/specs protocol/0019-MCAL-margin_calculator.md at 88b911cb26, 0019-MCAL-026..030.
    private static readonly WorkedTable Perpetuals = WorkedTable.Parse(
        """
        | example            | futures margin | factor | payment | open | maintenance |
        | vega-perpmargin-01 | 5565           | 0.5    | 0.16    | 1    | 5565.08     |
        | vega-perpmargin-02 | 5565           | 0.5    | 70      | 1    | 5600        |
        | vega-perpmargin-03 | 5565           | 0.5    | 70      | -1   | 5565        |
        | vega-perpmargin-04 | 5565           | 0.5    | -90     | 1    | 5565        |
        | vega-perpmargin-05 | 5565           | 0.5    | -90     | -1   | 5610        |
        """
    );

    public static TheoryData<string> PerpetualsRows => [.. Perpetuals.Names];

    [Theory]
    [MemberData(nameof(PerpetualsRows))]
    public void A_perpetual_also_holds_funding(string example)
    {
        WorkedRow row = Perpetuals[example];
        Rational margin = FourMarginLevels.WithFunding(
            row.Number("futures margin"),
            row.Number("factor"),
            row.Number("payment"),
            row.Number("open")
        );

        Assert.Null(row.Differs("maintenance", margin));
    }

    // vegaprotocol/specs protocol/0019-MCAL-margin_calculator.md at 88b911cb26, 0019-MCAL-031..061.
    private static readonly WorkedTable Isolated = WorkedTable.Parse(
        """
        | example          | price  | size | factor | margin | tolerance |
        | vega-isolated-01 | 15900  | 1    | 0.9    | 14310  | 0         |
        | vega-isolated-02 | 15900  | 1    | 0.7    | 11130  | 0         |
        | vega-isolated-03 | 15910  | 10   | 0.9    | 143190 | 0         |
        | vega-isolated-04 | 15912  | 5    | 0.9    | 71604  | 0         |
        | vega-isolated-05 | 15912  | 3    | 0.9    | 42962  | 1         |
        | vega-isolated-06 | 145000 | 7    | 0.9    | 913500 | 0         |
        """
    );

    public static TheoryData<string> IsolatedRows => [.. Isolated.Names];

    [Theory]
    [MemberData(nameof(IsolatedRows))]
    public void Isolated_margin_is(string example)
    {
        WorkedRow row = Isolated[example];
        Rational margin = FourMarginLevels.Isolated(row.Number("price"), row.Number("size"), row.Number("factor"));

        Assert.Null(row.Differs("margin", margin));
    }

    // vegaprotocol/specs protocol/0019-MCAL-margin_calculator.md at 88b911cb26, 0019-MCAL-026.
    private static readonly WorkedTable Funding = WorkedTable.Parse(
        """
        | example         | internal | external | time  | interest | lower | upper | payment |
        | vega-funding-01 | 1550     | 1600     | 0.002 | 0.05     | -1000 | 1000  | 0.16    |
        """
    );

    public static TheoryData<string> FundingRows => [.. Funding.Names];

    [Theory]
    [MemberData(nameof(FundingRows))]
    public void A_long_pays(string example)
    {
        WorkedRow row = Funding[example];
        Rational payment = FundingRate.PaymentOfAverages(
            row.Number("internal"),
            row.Number("external"),
            row.Number("time"),
            row.Number("interest"),
            row.Number("lower"),
            row.Number("upper")
        );

        Assert.Null(row.Differs("payment", payment));
    }

    // vegaprotocol/vega
    // core/integration/features/verified/0002-STTL-settlement-verified-loss-socialization-case1.feature at 00f2e46f98.
    // vegaprotocol/vega
    // core/integration/features/verified/0002-STTL-settlement-verified-loss-socialization-case2.feature at 34bc9fb5d0.
    // vegaprotocol/vega
    // core/integration/features/verified/0002-STTL-settlement-verified-loss-socialization-case3.feature at 54806bd2a9.
    // vegaprotocol/vega
    // core/integration/features/verified/0002-STTL-settlement-verified-loss-socialization-case4.feature at 26a36752ba.
    // vegaprotocol/vega
    // core/integration/features/verified/0002-STTL-settlement-verified-loss-socialization-case5.feature at 155494a029.
    private static readonly WorkedTable Socialisation = WorkedTable.Parse(
        """
        | example           | gains        | owed          | balances            | pool | losses       | pool after |
        | vega-socialise-01 | 80 8000      | 8000 80       | 5000 100000000      | 0    | 30 2970      | 0          |
        | vega-socialise-02 | 80 2000 6000 | 8000 80       | 2500 100000000      | 0    | 55 1362 4083 | 0          |
        | vega-socialise-03 | 7200 800 800 | 2400 5600 800 | 2000 3000 100000000 | 0    | 2455 273 272 | 0          |
        | vega-socialise-04 | 7200 80 800  | 2400 5600 80  | 2000 3000 100000000 | 2900 | 90 1 9       | 0          |
        | vega-socialise-05 | 7200 80 800  | 2400 5600 80  | 2000 3000 100000000 | 3000 | 0 0 0        | 0          |
        """
    );

    public static TheoryData<string> SocialisationRows => [.. Socialisation.Names];

    [Theory]
    [MemberData(nameof(SocialisationRows))]
    public void Winners_bear_what_is_not_collected(string example)
    {
        WorkedRow row = Socialisation[example];
        Rational[] gains = row.Numbers("gains");
        Rational[] paid = LossSocialisation.Collect(
            row.Numbers("owed"),
            row.Numbers("balances"),
            row.Number("pool"),
            out Rational poolAfter
        );
        Rational collected = paid.Aggregate(Rational.Zero, (sum, each) => sum + each);
        Rational[] received = LossSocialisation.AmongWinners(gains, collected, Rational.One, out _);

        Assert.Equal(row.Numbers("losses"), gains.Zip(received, (gain, got) => gain - got));
        Assert.Null(row.Differs("pool after", poolAfter));
        Assert.Equal(collected, received.Aggregate(Rational.Zero, (sum, each) => sum + each));
    }

    // Sell orders count once they could turn the position.
    private static Rational SellsBeyond(Rational open, WorkedRow row) =>
        (open - row.Number("sells")).IsNegative ? row.Number("sells") : Rational.Zero;

    private static FourMarginLevels.Side SideOf(
        WorkedRow row,
        Rational size,
        Rational orders,
        string book,
        string factor,
        int direction
    )
    {
        (Rational, Rational)[] levels =
            row[book] == "-"
                ? []
                :
                [
                    .. row[book]
                        .Split(' ')
                        .Select(level => level.Split('x'))
                        .Select(level => (Rational.Parse(level[0]), Rational.Parse(level[1]))),
                ];
        Rational mark = row.Number("mark");
        Rational? exit = size.IsZero ? mark : FourMarginLevels.ExitPrice(levels, size);
        Rational? slippage = direction < 0 ? mark - exit : exit - mark;
        return new FourMarginLevels.Side(size, orders, slippage, row.Number(factor));
    }
}
