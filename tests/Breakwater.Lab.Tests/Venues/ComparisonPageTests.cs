using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

/// <summary>The comparison of all venues' parts is what the files state, and every rule set has a page.</summary>
public sealed class ComparisonPageTests
{
    // Set to a checkout's root to write the tables there instead of comparing them.
    private const string WriteTo = "BREAKWATER_WRITE_SCHEMAS";

    private static readonly RuleBook s_book = new(ContentFolders.Default);

    private static readonly ComparisonTable[] s_tables =
    [
        new(
            "Margin",
            IsVenue,
            ("contract", "margin.contract"),
            ("schedule", "margin.schedule"),
            ("measure", "margin.measure"),
            ("maintenance at", "margin.maintenanceAt"),
            ("initial at", "margin.initialAt"),
            ("closing fee", "margin.closingFee"),
            ("at equality", "margin.liquidatesAtEquality")
        ),
        new(
            "Liquidation",
            IsVenue,
            ("ladder", "liquidation.ladder"),
            ("remainder", "liquidation.remainder"),
            ("limited at bankruptcy price", "liquidation.orderLimitedAtBankruptcyPrice"),
            ("fee", "liquidation.clearanceFee"),
            ("take-over below", "liquidation.takeOverBelow"),
            ("accounts a mark", "liquidation.throughput")
        ),
        new(
            "Funds",
            IsVenue,
            ("pays deficits", "fund.paysDeficits"),
            ("sells every", "fund.unwinding.every"),
            ("a share of", "fund.unwinding.share"),
            ("all up to", "fund.unwinding.allUpTo"),
            ("of the book at most", "fund.unwinding.bookShare")
        ),
        new(
            "Deleveraging and losses",
            IsVenue,
            ("trigger", "deleveraging.trigger"),
            ("ranking", "deleveraging.ranking"),
            ("price", "deleveraging.price"),
            ("losses shared", "deleveraging.lossSharing")
        ),
        new(
            "Funding",
            IsVenue,
            ("form", "funding.form"),
            ("later weigh more", "funding.weightedByOrder"),
            ("interest", "funding.interest"),
            ("bound", "funding.bound"),
            ("cap", "funding.cap"),
            ("factor", "funding.capFactor"),
            ("rate for", "funding.ratePeriod"),
            ("paid every", "fundingInterval"),
            ("on oracle", "funding.paidOnOracle")
        ),
        new(
            "Mark",
            IsVenue,
            ("form", "mark.form"),
            ("index is median", "mark.indexIsMedian"),
            ("window", "mark.smoothing"),
            ("bound", "mark.basisBound")
        ),
        new(
            "Unified modes",
            entry => entry.Rules?.Unified is not null,
            ("collateral sold", "conversion.order"),
            ("at liquidation", "conversion.atLiquidation"),
            ("profit counts in debts", "conversion.debtCountsProfit"),
            ("whole debts", "conversion.repaysWholeDebt"),
            ("cost", "conversion.haircut"),
            ("which position first", "positionOrder")
        ),
        new(
            "Lending",
            entry => entry.Lending is not null,
            ("close factor", "closeFactor"),
            ("all below", "fullCloseBelow"),
            ("bonus or penalty", "bonus"),
            ("protocol share", "protocolShare")
        ),
    ];

    public static TheoryData<string> RuleSets => [.. s_book.Names];

    [Fact]
    public void Every_table_is_what_the_files_state()
    {
        string written = WithTables(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "venues.md")));
        if (Environment.GetEnvironmentVariable(WriteTo) is { Length: > 0 } root)
        {
            string page = Path.Combine(root, "docs/venues/README.md");
            File.WriteAllText(page, WithTables(File.ReadAllLines(page)));
            return;
        }

        Assert.Equal(written, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "venues.md")));
    }

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Every_rule_set_has_a_page_that_names_it(string name)
    {
        string page = name == "bybit-linear-2022" ? "bybit-linear" : name;
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "VenuePages", page + ".md"));

        Assert.Contains($"`{name}`", text, StringComparison.Ordinal);
    }

    // The first table below a heading gives way to the one that the files state.
    private static string WithTables(string[] lines)
    {
        var page = new List<string>();
        ComparisonTable? due = null;
        bool replaced = false;
        foreach (string line in lines)
        {
            due = line.StartsWith("## ", StringComparison.Ordinal)
                ? Array.Find(s_tables, table => table.Heading == line[3..])
                : due;
            bool begins = due is not null && line.StartsWith("| rule set", StringComparison.Ordinal);
            replaced = begins || (replaced && line.StartsWith('|'));
            if (begins)
            {
                page.AddRange(due!.Lines(s_book.Names.Select(s_book.Read)));
            }
            else if (!replaced)
            {
                page.Add(line);
            }
        }

        return string.Join('\n', page) + "\n";
    }

    // A contract that is paid in full at once has none of these rules.
    private static bool IsVenue(RuleBookEntry entry) => entry.Rules is { Unified: null } && entry.Name != "spot";
}
