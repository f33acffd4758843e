namespace Breakwater.Data;

/// <summary>Market data kept by venue, instrument, kind and day.</summary>
public interface IMarketStore : IDisposable
{
    /// <summary>Starts a change; one at a time.</summary>
    /// <exception cref="IOException">Another process is changing the store.</exception>
    IStoreTransaction Begin();

    /// <summary>What is stored, in order of venue, instrument, kind and day.</summary>
    IReadOnlyList<StoredPartition> Partitions();

    /// <summary>Runs SQL over one view per kind: its columns, and venue, instrument, kind and day.</summary>
    /// <exception cref="StoreQueryException">The statement was refused.</exception>
    IQueryResult Query(string sql);
}
