using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>The sales by which a fund gets rid of a holding, if each is filled.</summary>
/// <remarks>Source: docs/venues/vega.md for all its parts; other venues publish none of them.</remarks>
public static class DisposalSchedule
{
    /// <param name="held">What was taken over; positive, in the venue's unit of order.</param>
    /// <param name="lot">Sales are rounded up to it; positive.</param>
    /// <param name="book">On the other side of the book at each sale; null where it is not known.</param>
    public static IEnumerable<Disposal> Of(UnwindingRules rules, Rational held, Rational lot, Rational? book)
    {
        Rational most = book is { } other
            ? Rational.Max((other * rules.BookShare).RoundTo(lot, Rounding.Floor), lot)
            : held;
        Rational after = Rational.Zero;
        while (held.IsPositive)
        {
            after += rules.EverySeconds;
            Rational size = Rational.Min(SizeOf(rules, held, lot), most);
            held -= size;
            yield return new Disposal(after, size, held);
        }
    }

    private static Rational SizeOf(UnwindingRules rules, Rational held, Rational lot) =>
        held <= rules.AllUpTo ? held : Rational.Min((held * rules.Share).RoundTo(lot, Rounding.Ceiling), held);
}
