using System.Globalization;
using Breakwater.Runs;

namespace Breakwater.Lab.Tests;

public sealed class FactCheckTests : IDisposable
{
    private const string Head = "title: t\ndata: d\ntolerance: 0.05\nloose: 0.15\nclaims:\n";

    private static readonly string s_checkout = FindCheckout();
    private static readonly FactCheck s_november = FactCheck.Run(
        Path.Combine(s_checkout, "claims", "nov-2025.yaml"),
        new ContentFolders(s_checkout)
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("breakwater-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_of_the_claims_of_november_has_a_verdict_with_its_reason()
    {
        Assert.Equal(36, s_november.Checked.Count);
        Assert.All(
            s_november.Checked,
            claim =>
                Assert.True(
                    claim.Verdict != Verdict.CannotBeChecked ? claim.Measured is not null : claim.Because.Length > 9,
                    claim.Claim
                )
        );
        Assert.All(
            s_november.Checked,
            claim => Assert.True(claim.Basis is null or { Name: "" } or { Source.Length: > 0 }, claim.Claim)
        );
    }

    [Theory]
    [InlineData("Bitcoin fell below 87,000 dollars", Verdict.Holds, 86066.7)]
    [InlineData("Bitcoin tested 100,000 dollars and touched lows that threatened to breach it", Verdict.Holds, 98918.6)]
    [InlineData("Bitcoin's first daily candle of 20,000 dollars", Verdict.Holds, 20579.8)]
    [InlineData(
        "Bitcoin funds lost nearly 2 billion dollars in November, up to the 20th",
        Verdict.DoesNotHold,
        -3.7753e9
    )]
    [InlineData("Bitcoin was still up 25 % year over year", Verdict.DoesNotHold, 0.0348)]
    [InlineData("The fear index collapsed to 10, matching the lows of February 2025", Verdict.Holds, 10)]
    [InlineData(
        "The crypto market lost roughly 1.2 trillion dollars from 6 October to mid November",
        Verdict.HoldsLoosely,
        1.17e12
    )]
    [InlineData(
        "90 billion dollars of market capitalisation wiped out within a single hour on 4 November",
        Verdict.HoldsLoosely,
        2547.7 * 33.2e6
    )]
    [InlineData("1.5 trillion dollars of S&P 500 value evaporated in it", Verdict.Holds, (675.43 - 659.39) * 8.9345e10)]
    [InlineData("The probability of a December rate cut fell to about 50 %", Verdict.DoesNotHold, 0.35)]
    [InlineData("IBIT had a single-day outflow of over 500 million dollars", Verdict.Holds, 5.232e8)]
    [InlineData(
        "Crypto funds had redemptions of 1.2 billion dollars in early November",
        Verdict.HoldsLoosely,
        -1.2084e9
    )]
    [InlineData("At 100x leverage an adverse move of 2 % wipes a position out", Verdict.Holds, 0.00602)]
    [InlineData("Ethereum was down 8.5 % year to date", Verdict.HoldsLoosely, -0.0715)]
    [InlineData("Ethereum was down 35 % since 6 October", Verdict.Holds, -0.3409)]
    public void Claims_are_measured_as_by_hand(string text, Verdict verdict, double measured)
    {
        CheckedClaim claim = Assert.Single(s_november.Checked, claim => claim.Claim == text);

        Assert.Equal(verdict, claim.Verdict);
        Assert.Equal(measured, claim.Measured!.Value, Math.Abs(measured) * 1e-3);
    }

    [Fact]
    public void A_price_that_was_reached_is_found_as_the_range_it_lies_in()
    {
        CheckedClaim claim = s_november.Checked.Single(claim =>
            claim.Claim.Contains("around 90,000", StringComparison.Ordinal)
        );

        Assert.Equal(Verdict.Holds, claim.Verdict);
        Assert.Equal(
            (88588.5, 93779.8),
            (Math.Round(claim.Measured!.Value, 1), Math.Round(claim.MeasuredTo!.Value, 1))
        );
    }

    [Fact]
    public void The_sum_of_flows_is_that_of_the_table_line_by_line()
    {
        string[] lines = File.ReadAllLines(Path.Combine(s_checkout, "data", "nov-2025", "btc-etf-flows.csv"));
        double sum = lines
            .Where(line =>
                string.CompareOrdinal(line, "2025-11-01") >= 0 && string.CompareOrdinal(line, "2025-11-21") < 0
            )
            .Sum(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));

        Assert.Equal(
            sum,
            s_november
                .Checked.Single(claim => claim.Claim.StartsWith("Bitcoin funds lost", StringComparison.Ordinal))
                .Measured
        );
    }

    [Fact]
    public void The_100x_claim_is_answered_by_each_venue_s_margin_rules()
    {
        CheckedClaim claim = s_november.Checked.Single(claim => claim.Basis is { Kind: FactBasis.Computed });

        // Longs: entry - margin + maintenance and closing fee, over (1 - rate - fee); shorts likewise upwards. By hand for Phemex, without fee:
        // 1 % margin less 0.5 % maintenance leaves 0.5 % down, and 1.01 / 1.005 - 1 = 0.4975 % up.
        Assert.Contains("phemex-usdm 0.50 %", claim.Finding, StringComparison.Ordinal);
        Assert.Contains("binance-usdm 0.60 %", claim.Finding, StringComparison.Ordinal);
        Assert.Contains("5 venues", claim.Basis!.Coverage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("equals", 100, 104, Verdict.Holds)]
    [InlineData("equals", 100, 96, Verdict.Holds)]
    [InlineData("equals", 100, 110, Verdict.HoldsLoosely)]
    [InlineData("equals", 100, 84, Verdict.DoesNotHold)]
    [InlineData("above", 100, 101, Verdict.Holds)]
    [InlineData("above", 100, 90, Verdict.DoesNotHold)]
    [InlineData("above, loose: 0.15", 100, 90, Verdict.HoldsLoosely)]
    [InlineData("above, loose: 0.15", 100, 80, Verdict.DoesNotHold)]
    [InlineData("below", 100, 99, Verdict.Holds)]
    [InlineData("below", 100, 110, Verdict.DoesNotHold)]
    [InlineData("below, loose: 0.15", 100, 110, Verdict.HoldsLoosely)]
    [InlineData("below, loose: 0.15", 100, 116, Verdict.DoesNotHold)]
    [InlineData("part", 100, 100, Verdict.Holds)]
    [InlineData("part", 100, 99, Verdict.CannotBeChecked)]
    [InlineData("reported", 100, 100, Verdict.HoldsLoosely)]
    [InlineData("reported", 100, 50, Verdict.DoesNotHold)]
    [InlineData("positive", 0, 2.5, Verdict.Holds)]
    [InlineData("positive", 0, 1.5, Verdict.HoldsLoosely)]
    [InlineData("positive", 0, -0.1, Verdict.DoesNotHold)]
    public void A_relation_decides(string relation, double claimed, double measured, Verdict expected)
    {
        string claim = string.Create(
            CultureInfo.InvariantCulture,
            $"- {{document: d, claim: c, measure: quotient, numerator: {measured}, relation: {relation}, claimed: {claimed}, unit: x}}\n"
        );

        Assert.Equal(expected, FactCheck.Run(Write(Head + claim), ContentFolders.Default).Checked[0].Verdict);
    }

    [Theory]
    [InlineData("- {document: d, claim: c, measure: guess, claimed: 1, unit: x}\n", "'guess' is no measure")]
    [InlineData("- {document: d, claim: c, measure: none, claimed: 1, unit: x, colour: red}\n", ":6:")]
    [InlineData("- {document: d, measure: none, claimed: 1, unit: x}\n", ":6:")]
    [InlineData(
        "- {document: d, claim: c, measure: low, table: t, from: 2025-01-01, to: 2025-01-01, claimed: 1, unit: x}\n",
        "t.csv: is not there"
    )]
    [InlineData(
        "- {document: d, claim: c, measure: adverse-move, venues: [mtgox], leverage: 10, claimed: 1, unit: x}\n",
        "mtgox"
    )]
    [InlineData("- {document: d, claim: c, measure: adverse-move, claimed: 1, unit: x}\n", "venues is empty")]
    public void What_is_wrong_in_a_claims_file_is_named(string claim, string expected)
    {
        string path = Write(Head + claim);

        Assert.Contains(
            expected,
            Assert.Throws<InputException>(() => FactCheck.Run(path, ContentFolders.Default)).Message,
            StringComparison.Ordinal
        );
    }

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Breakwater.slnx")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("the checkout that these tests were built from");
        }

        return folder.FullName;
    }

    private string Write(string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "claims"));
        string path = Path.Combine(_folder, "claims", "c.yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
