using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>Who bore the losses of liquidated accounts, and of what the fund took over from them. In minor units, exact.</summary>
/// <remarks>Each part may be negative: a fund that earns more in fees than it pays gains. Defined in docs/models/waterfall.md.</remarks>
/// <param name="TraderMargin">What the liquidated accounts' own money bore: losses realised by force and what the fund took from them, less the debts that others paid.</param>
/// <param name="Fund">What the fund lost, its debts that were written off included.</param>
/// <param name="Winners">What others gave up: deleveraged winners the mark's value of what they lost less what they were paid, and whoever shares unpaid losses his part.</param>
/// <param name="Unpaid">Debts of traders that nobody paid.</param>
public readonly record struct Waterfall(Money TraderMargin, Money Fund, Money Winners, Money Unpaid)
{
    public Money Loss => TraderMargin + Fund + Winners + Unpaid;

    public static Waterfall operator +(Waterfall left, Waterfall right) =>
        new(
            left.TraderMargin + right.TraderMargin,
            left.Fund + right.Fund,
            left.Winners + right.Winners,
            left.Unpaid + right.Unpaid
        );
}
