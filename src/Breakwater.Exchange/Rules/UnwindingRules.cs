using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>How a fund gets rid of what it took over: a sale at a time, on a schedule.</summary>
/// <param name="EverySeconds">Between sales; positive.</param>
/// <param name="Share">Of what is held, sold each time; above 0 and up to 1.</param>
/// <param name="AllUpTo">What is no larger is sold whole; in the venue's unit of order.</param>
/// <param name="BookShare">Largest share of the other side of the book that a sale may take; 1 where there is no such limit.</param>
public sealed record UnwindingRules(Rational EverySeconds, Rational Share, Rational AllUpTo, Rational BookShare);
