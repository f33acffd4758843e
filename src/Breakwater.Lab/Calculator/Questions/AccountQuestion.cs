using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record AccountQuestion
{
    [Description("Names the account in answers.")]
    public string? Id { get; set; }

    [Description("\"isolated\" or \"cross\"; cross where a balance, an equity or collateral is given.")]
    public string? Mode { get; set; }

    [Description("Wallet: without unrealised profit.")]
    public Rational? Balance { get; set; }

    [Description("Balance with all unrealised profit, in place of a balance.")]
    public Rational? Equity { get; set; }

    [Description("Maintenance margin of positions that are not listed.")]
    public Rational? OtherMaintenanceMargin { get; set; }

    [Description("Unrealised profit of positions that are not listed.")]
    public Rational? OtherUnrealisedProfit { get; set; }

    public List<CollateralQuestion>? Collateral { get; set; }

    public List<PositionQuestion>? Positions { get; set; }

    [Description("Deleveraging: the account's score as the venue published it, in place of the formula.")]
    public Rational? Score { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}
