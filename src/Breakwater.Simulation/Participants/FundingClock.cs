using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A venue's funding payments, as the scenario gives them.</summary>
internal sealed class FundingClock(Market market, VenueInWorld venue) : IParticipant
{
    private readonly FundingPayment[] _payments = [.. venue.Parameters.Fundings.OrderBy(payment => payment.Time)];
    private int _next;

    private Timestamp Next => _next < _payments.Length ? _payments[_next].Time : market.End + Duration.FromSeconds(1);

    public void Join() { }

    public Timestamp Reset(Seed path)
    {
        _next = 0;
        return Next;
    }

    public Timestamp Act(Timestamp now)
    {
        venue.ApplyFunding(_payments[_next++]);
        return Next;
    }
}
