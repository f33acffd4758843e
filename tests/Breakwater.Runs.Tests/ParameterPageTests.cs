namespace Breakwater.Runs.Tests;

/// <summary>The tables of parameters in docs/models/ are what the shipped market states and what the reader takes.</summary>
public sealed class ParameterPageTests
{
    // Set to a checkout's root to write the tables there instead of comparing them.
    private const string WriteTo = "BREAKWATER_WRITE_SCHEMAS";
    private const string Shipped = "oct-10-2025";

    private static readonly ContentFolders s_shipped = new(AppContext.BaseDirectory);
    private static readonly IReadOnlyList<StatedValue> s_stated = ScenarioReader.Read(s_shipped, Shipped).StatedValues;

    private static readonly ParameterTable[] s_tables =
    [
        new(
            "makers",
            "## Parameters",
            "market.makers.*",
            "market.switches.makersWithdraw",
            "market.switches.makersDeleveraged"
        ),
        new("arbitrage", "## Parameters", "market.arbitrage.*"),
        new(
            "crowd",
            "## Parameters of the crowd at the start",
            "crowd.*",
            "crowd.components.*",
            "crowd.mixtures.*",
            "coins.*.leverageFactor",
            "venues.*.accounts",
            "venues.*.population"
        ),
        new("crowd", "## Parameters of what it does of its own will", "market.behaviour.*"),
        new("crowd", "## Parameters of newcomers", "market.newcomers.*"),
        new(
            "liquidity",
            "## Parameters",
            "market.*",
            "market.books.*",
            "market.shock.*",
            "market.coins.*.beta",
            "market.coins.*.latentDensity",
            "market.coins.*.volatility",
            "venues.*.listings.*.depth",
            "venues.*.listings.*.flowShare",
            "market.switches.feedback"
        ),
        new(
            "liquidation",
            "## Parameters of funds in a market",
            "market.switches.liquidations",
            "venues.*.fundCapital",
            "venues.*.unwindInterval",
            "venues.*.unwindShare"
        ),
    ];

    public static TheoryData<string> Pages => [.. s_tables.Select(table => table.Page).Distinct()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_table_is_what_the_market_states(string page)
    {
        if (Environment.GetEnvironmentVariable(WriteTo) is { Length: > 0 } root)
        {
            string path = Path.Combine(root, "docs", "models", page + ".md");
            File.WriteAllText(path, WithTables(page, File.ReadAllLines(path)));
            return;
        }

        string shipped = Path.Combine(AppContext.BaseDirectory, "ModelPages", page + ".md");
        Assert.Equal(WithTables(page, File.ReadAllLines(shipped)), File.ReadAllText(shipped));
        Assert.Equal(
            s_tables.Count(table => table.Page == page),
            File.ReadAllLines(shipped)
                .Count(line => line.StartsWith(ParameterTable.FirstColumn, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Every_parameter_of_the_market_and_its_crowd_stands_in_one_table()
    {
        string[] patterns = [.. s_tables.SelectMany(table => table.Paths)];
        Assert.All(
            s_stated.Where(stated => stated.File.StartsWith("scenarios/", StringComparison.Ordinal)),
            stated =>
            {
                bool isExpected =
                    stated.Path.StartsWith("market.", StringComparison.Ordinal)
                    || stated.Path.StartsWith("crowd.", StringComparison.Ordinal);
                int found = patterns.Count(pattern => ParameterTable.Fits(pattern, stated.Path));
                Assert.True(found == 1 || (found == 0 && !isExpected), $"{stated.Path} stands in {found} tables");
            }
        );
    }

    [Fact]
    public void What_may_be_is_what_the_reader_takes()
    {
        Assert.All(
            s_tables.SelectMany(table => table.RowsIn(s_stated)),
            row =>
            {
                ParameterRange range = ParameterRanges.Of(row.Path, row.Values[0].Value);
                Assert.All(range.Taken, text => With(row.Path, text));
                Assert.All(range.Refused, text => Assert.Throws<InputException>(() => With(row.Path, text)));
            }
        );
    }

    private static Scenario With(string path, string text) =>
        ScenarioReader.Read(s_shipped, Shipped, [new ScenarioValue(path, text, "test", Basis.Assumed)]);

    // The first table below a heading gives way to the one that the market states.
    private static string WithTables(string page, string[] lines)
    {
        var written = new List<string>();
        ParameterTable? due = null;
        bool replaced = false;
        foreach (string line in lines)
        {
            due = line.StartsWith("## ", StringComparison.Ordinal)
                ? Array.Find(s_tables, table => table.Page == page && table.Heading == line)
                : due;
            bool begins = due is not null && line.StartsWith(ParameterTable.FirstColumn, StringComparison.Ordinal);
            replaced = begins || (replaced && line.StartsWith('|'));
            if (begins)
            {
                written.AddRange(due!.Lines(s_stated));
            }
            else if (!replaced)
            {
                written.Add(line);
            }
        }

        return string.Join('\n', written) + "\n";
    }
}
