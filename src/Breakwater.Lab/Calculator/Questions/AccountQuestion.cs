using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record AccountQuestion
{
    [Description("Names the account in answers.")]
    public string? Id { get; init; }

    [Description("\"isolated\" or \"cross\"; cross where a balance, an equity or collateral is given.")]
    public string? Mode { get; init; }

    [Description("Wallet: without unrealised profit.")]
    public Rational? Balance { get; init; }

    [Description("Balance with all unrealised profit, in place of a balance.")]
    public Rational? Equity { get; init; }

    [Description("Maintenance margin of positions that are not listed.")]
    public Rational? OtherMaintenanceMargin { get; init; }

    [Description("Unrealised profit of positions that are not listed.")]
    public Rational? OtherUnrealisedProfit { get; init; }

    public List<CollateralQuestion>? Collateral { get; init; }

    public List<PositionQuestion>? Positions { get; init; }

    [Description("Deleveraging: the account's score as the venue published it, in place of the formula.")]
    public Rational? Score { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}
