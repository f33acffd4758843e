namespace Breakwater.Data;

/// <summary>Rows that become visible partition by partition, each whole or not at all.</summary>
public interface IStoreTransaction : IDisposable
{
    /// <param name="isOrdered">Whether each row comes in order of time after all of this partition before it, and repeats none.</param>
    void Append(Partition partition, RowBatch batch, bool isOrdered);

    /// <summary>Merges what was appended into the store. Without it, disposing leaves the store as it was.</summary>
    /// <remarks>
    /// Doing it twice does no harm. Rows that equal a stored row are not stored again; where rows have no identity of their own
    /// (see <see cref="Schema.IdentifiesRows"/>) a row stays as often as the source that has it most often has it.
    /// </remarks>
    CommitSummary Commit();
}
