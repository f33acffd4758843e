using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record LendingAction
{
    [Description("\"liquidate\" (Aave, Compound); \"start\", \"price\", \"take\" (Maker).")]
    public string? Type { get; set; }

    [Description("Collateral asset to seize; the first where it is left out.")]
    public string? Collateral { get; set; }

    [Description("Debt asset to repay; the first where it is left out.")]
    public string? Debt { get; set; }

    [Description("Repaid; as much as is allowed where it is left out.")]
    public Rational? Repay { get; set; }

    [Description(
        "In place of the protocol's: share of the debt that may be repaid; for Aave of the debt in all assets."
    )]
    public Rational? CloseFactor { get; set; }

    [Description("Maker: in place of the protocol's penalty, such as 0.13.")]
    public Rational? Penalty { get; set; }

    [Description("Maker: starting price over the oracle's.")]
    public Rational? Buffer { get; set; }

    [Description("Maker: what limits leave for new auctions.")]
    public Rational? Room { get; set; }

    [Description("Maker: smallest debt of a vault.")]
    public Rational? Dust { get; set; }

    [Description("Maker: flat reward of the keeper.")]
    public Rational? Tip { get; set; }

    [Description("Maker: reward of the keeper as a share of the debt to be raised, penalty included.")]
    public Rational? Chip { get; set; }

    [Description("Maker: debt to be raised by the auction.")]
    public Rational? Tab { get; set; }

    [Description("Maker: collateral on sale.")]
    public Rational? Lot { get; set; }

    [Description("Maker: smallest debt that a purchase may leave.")]
    public Rational? Chost { get; set; }

    [Description("Maker: collateral that a buyer asks for.")]
    public Rational? Amount { get; set; }

    [Description("Maker: present price of the auction.")]
    public Rational? Price { get; set; }

    [Description("Maker: starting price of the auction.")]
    public Rational? Top { get; set; }

    [Description("Maker: seconds since the auction started.")]
    public Rational? Elapsed { get; set; }

    [Description("Maker: seconds after which a price that falls in a straight line is zero.")]
    public Rational? Duration { get; set; }

    [Description("Maker: share of the price that each step leaves.")]
    public Rational? Cut { get; set; }

    [Description("Maker: seconds of each step.")]
    public Rational? Step { get; set; }

    [Description("Maker: longest auction in seconds.")]
    public Rational? Tail { get; set; }

    [Description("Maker: smallest price over the starting price.")]
    public Rational? Cusp { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
