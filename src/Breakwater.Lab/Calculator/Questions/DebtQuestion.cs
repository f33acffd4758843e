using System.ComponentModel;
using Breakwater.Domain;

namespace Breakwater.Lab;

internal sealed record DebtQuestion
{
    public string? Asset { get; set; }

    [Description("Owed; for Maker before interest (\"art\").")]
    public Rational? Amount { get; set; }

    [Description("1 where it is left out.")]
    public Rational? Price { get; set; }

    [Description("Maker: debt for each unit of the amount.")]
    public Rational? Rate { get; set; }
}
