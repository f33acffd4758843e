using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

/// <summary>One question to the calculator; what a kind does not ask for may be left out.</summary>
internal sealed record Question
{
    [Description("Comes back with the answer: any JSON value.")]
    public JsonElement? Id { get; set; }

    [Description("Name of a rule set, such as \"binance-usdm\".")]
    public string? Venue { get; set; }

    [Description("margin, liquidate, deleverage, socialise, funding, tiers, markPrice or lending.")]
    public string? Kind { get; set; }

    [Description("Also answer which rules were used, with source and basis.")]
    public bool Explain { get; set; }

    [Description("Asks for prices rounded to it beside the exact ones.")]
    public Rational? TickSize { get; set; }

    [Description("margin, liquidate.")]
    public AccountQuestion? Account { get; set; }

    [Description("margin, liquidate: symbol that the answer speaks of first.")]
    public string? Focus { get; set; }

    [Description("margin, liquidate: marks by symbol.")]
    public Dictionary<string, Rational>? MarkPrices { get; set; }

    [Description("liquidate: at what the venue's order was filled.")]
    public FillQuestion? Fill { get; set; }

    [Description("liquidate: what the present block has taken already, where the venue limits blocks.")]
    public BlockQuestion? Block { get; set; }

    [Description(
        "liquidate: who takes over what the market does not, where the venue assigns positions; in the order asked."
    )]
    public List<VolunteerQuestion>? Volunteers { get; set; }

    [Description("liquidate: quantity on the other side of the book, where a sale is limited to a share of it.")]
    public Rational? BookQuantity { get; set; }

    [Description("deleverage: whom winners are closed against.")]
    public LiquidatedQuestion? Liquidated { get; set; }

    [Description("deleverage: who may be closed.")]
    public List<AccountQuestion>? Candidates { get; set; }

    [Description("deleverage: what the fund holds.")]
    public Rational? InsuranceFund { get; set; }

    [Description("deleverage: the fund's highest balance in the venue's window.")]
    public Rational? FundPeak { get; set; }

    [Description("socialise: what each winner is owed.")]
    public List<Rational>? Gains { get; set; }

    [Description("socialise: what the losers paid.")]
    public Rational? Collected { get; set; }

    [Description("socialise: what the fund can add.")]
    public Rational? Pool { get; set; }

    [Description("socialise: what each loser owes, in place of what was collected.")]
    public List<Rational>? Owed { get; set; }

    [Description("socialise: what each loser has.")]
    public List<Rational>? Balances { get; set; }

    [Description("socialise: smallest amount that can be paid; the venue's where it is left out.")]
    public Rational? Unit { get; set; }

    [Description("socialise: loss to be spread over open interest.")]
    public Rational? Loss { get; set; }

    [Description("socialise: open interest of longs.")]
    public Rational? Longs { get; set; }

    [Description("socialise: open interest of shorts.")]
    public Rational? Shorts { get; set; }

    [Description("funding: samples of the premium, the latest last.")]
    public List<Rational>? Premiums { get; set; }

    [Description("funding: the average premium.")]
    public Rational? Premium { get; set; }

    [Description("funding: for the period of the rate, in place of the venue's.")]
    public Rational? InterestRate { get; set; }

    [Description("funding: signed quantity, or an object with symbol, side and quantity.")]
    public JsonElement? Position { get; set; }

    [Description("margin, funding: mark.")]
    public Rational? MarkPrice { get; set; }

    [Description("funding: oracle or index price.")]
    public Rational? OraclePrice { get; set; }

    [Description("funding: hours that are paid for; the venue's interval where it is left out.")]
    public Rational? Hours { get; set; }

    [Description("funding: bounds of the interest part, where the venue pays a cash flow.")]
    public Rational? ClampLower { get; set; }

    [Description("funding: bounds of the interest part, where the venue pays a cash flow.")]
    public Rational? ClampUpper { get; set; }

    [Description("tiers, funding: an instrument whose tables are used.")]
    public string? Symbol { get; set; }

    [Description("tiers: where each tier ends; or floors, if the first is 0.")]
    public List<Rational>? Limits { get; set; }

    [Description("tiers: rate of each tier.")]
    public List<Rational>? MaintenanceRates { get; set; }

    [Description("tiers: whose tier is asked for.")]
    public Rational? Notional { get; set; }

    [Description("markPrice: index price, or its sources as a list of price and weight.")]
    public JsonElement? Index { get; set; }

    [Description("markPrice: own book first, then those of other venues.")]
    public List<BookQuestion>? Books { get; set; }

    [Description(
        "markPrice: average over 30 s of the median of bid, ask and last trade, where a venue asks for it for want of others' books."
    )]
    public Rational? BookAverage { get; set; }

    [Description("markPrice: price of the last trade.")]
    public Rational? Last { get; set; }

    [Description("markPrice: rate, or an object with rate, hoursToFunding and intervalHours.")]
    public JsonElement? Funding { get; set; }

    [Description("markPrice: middle of the book less index, the latest last.")]
    public List<Rational>? Samples { get; set; }

    [Description("lending: name of a rule set; the same as venue.")]
    public string? Protocol { get; set; }

    [Description("lending.")]
    public List<CollateralQuestion>? Collateral { get; set; }

    [Description("lending.")]
    public List<DebtQuestion>? Debt { get; set; }

    [Description("lending.")]
    public LendingAction? Action { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
