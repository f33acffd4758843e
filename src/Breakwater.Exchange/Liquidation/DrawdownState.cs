using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A copy of the fund's highest equities by the minute.</summary>
internal sealed record DrawdownState(long[] Minutes, Money[] Highest);
