namespace Breakwater.Exchange;

/// <summary>Takes the orders of a rehearsal, account by account, each account's in order along the ray.</summary>
public interface IRehearsalObserver
{
    void Observe(in RehearsedOrder order);
}
