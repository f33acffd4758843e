using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>One question to the calculator; what a kind does not ask for may be left out.</summary>
internal sealed record Question
{
    [Description("Comes back with the answer: any JSON value.")]
    public JsonElement? Id { get; init; }

    [Description("Name of a rule set, such as \"binance-usdm\".")]
    public string? Venue { get; init; }

    [Description("margin, liquidate, deleverage, socialise, funding, tiers, markPrice or lending.")]
    public string? Kind { get; init; }

    [Description("Also answer which rules were used, with source and basis.")]
    public bool Explain { get; init; }

    [Description("Asks for prices rounded to it beside the exact ones.")]
    public Rational? TickSize { get; init; }

    [Description("margin, liquidate.")]
    public AccountQuestion? Account { get; init; }

    [Description("margin, liquidate: symbol that the answer speaks of first.")]
    public string? Focus { get; init; }

    [Description("margin, liquidate: marks by symbol.")]
    public Dictionary<string, Rational>? MarkPrices { get; init; }

    [Description("liquidate: at what the venue's order was filled.")]
    public FillQuestion? Fill { get; init; }

    [Description("deleverage: whom winners are closed against.")]
    public LiquidatedQuestion? Liquidated { get; init; }

    [Description("deleverage: who may be closed.")]
    public List<AccountQuestion>? Candidates { get; init; }

    [Description("deleverage: what the fund holds.")]
    public Rational? InsuranceFund { get; init; }

    [Description("deleverage: the fund's highest balance in the venue's window.")]
    public Rational? FundPeak { get; init; }

    [Description("socialise: what each winner is owed.")]
    public List<Rational>? Gains { get; init; }

    [Description("socialise: what the losers paid.")]
    public Rational? Collected { get; init; }

    [Description("socialise: what the fund can add.")]
    public Rational? Pool { get; init; }

    [Description("socialise: what each loser owes, in place of what was collected.")]
    public List<Rational>? Owed { get; init; }

    [Description("socialise: what each loser has.")]
    public List<Rational>? Balances { get; init; }

    [Description("socialise: smallest amount that can be paid; the venue's where it is left out.")]
    public Rational? Unit { get; init; }

    [Description("socialise: loss to be spread over open interest.")]
    public Rational? Loss { get; init; }

    [Description("socialise: open interest of longs.")]
    public Rational? Longs { get; init; }

    [Description("socialise: open interest of shorts.")]
    public Rational? Shorts { get; init; }

    [Description("funding: samples of the premium, the latest last.")]
    public List<Rational>? Premiums { get; init; }

    [Description("funding: the average premium.")]
    public Rational? Premium { get; init; }

    [Description("funding: for the period of the rate, in place of the venue's.")]
    public Rational? InterestRate { get; init; }

    [Description("funding: signed quantity, or an object with symbol, side and quantity.")]
    public JsonElement? Position { get; init; }

    [Description("margin, funding: mark.")]
    public Rational? MarkPrice { get; init; }

    [Description("funding: oracle or index price.")]
    public Rational? OraclePrice { get; init; }

    [Description("funding: hours that are paid for; the venue's interval where it is left out.")]
    public Rational? Hours { get; init; }

    [Description("funding: bounds of the interest part, where the venue pays a cash flow.")]
    public Rational? ClampLower { get; init; }

    [Description("funding: bounds of the interest part, where the venue pays a cash flow.")]
    public Rational? ClampUpper { get; init; }

    [Description("tiers, funding: an instrument whose tables are used.")]
    public string? Symbol { get; init; }

    [Description("tiers: where each tier ends; or floors, if the first is 0.")]
    public List<Rational>? Limits { get; init; }

    [Description("tiers: rate of each tier.")]
    public List<Rational>? MaintenanceRates { get; init; }

    [Description("tiers: whose tier is asked for.")]
    public Rational? Notional { get; init; }

    [Description("markPrice: index price, or its sources as a list of price and weight.")]
    public JsonElement? Index { get; init; }

    [Description("markPrice: own book first, then those of other venues.")]
    public List<BookQuestion>? Books { get; init; }

    [Description("markPrice: price of the last trade.")]
    public Rational? Last { get; init; }

    [Description("markPrice: rate, or an object with rate, hoursToFunding and intervalHours.")]
    public JsonElement? Funding { get; init; }

    [Description("markPrice: middle of the book less index, the latest last.")]
    public List<Rational>? Samples { get; init; }

    [Description("lending: name of a rule set; the same as venue.")]
    public string? Protocol { get; init; }

    [Description("lending.")]
    public List<CollateralQuestion>? Collateral { get; init; }

    [Description("lending.")]
    public List<DebtQuestion>? Debt { get; init; }

    [Description("lending.")]
    public LendingAction? Action { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
