using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record CollateralQuestion
{
    public string? Asset { get; set; }

    [Description("Negative for a debt in the asset.")]
    public Rational? Amount { get; set; }

    [Description("In the account's currency; 1 where it is left out.")]
    public Rational? Price { get; set; }

    [Description("Share that does not count, in place of the venue's table.")]
    public Rational? Haircut { get; set; }

    [Description("liquidate: share of what is sold that converting it costs, in place of the venue's.")]
    public Rational? ConversionHaircut { get; set; }

    [Description("liquidate: how far the balance may be negative before it is repaid, in place of the venue's.")]
    public Rational? DebtLimit { get; set; }

    [Description("Lending: share of the value that counts against debt.")]
    public Rational? LiquidationThreshold { get; set; }

    [Description("Lending: share of the value that may be borrowed.")]
    public Rational? CollateralFactor { get; set; }

    [Description("Lending: what a liquidator receives beyond the debt repaid, such as 0.05.")]
    public Rational? Bonus { get; set; }

    [Description("Lending: units of the asset for each of its tokens.")]
    public Rational? ExchangeRate { get; set; }

    [Description("Lending: collateral to debt that a vault needs, such as 1.5.")]
    public Rational? Ratio { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
