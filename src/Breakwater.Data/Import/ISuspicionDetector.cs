namespace Breakwater.Data;

/// <summary>Watches the rows of one series in the order of the file.</summary>
internal interface ISuspicionDetector
{
    /// <param name="row">Of the batch, whose schema is the one that the detector was made for.</param>
    void Observe(RowBatch batch, int row);

    IEnumerable<Suspicion> Findings();

    /// <summary>What it has seen so far, to go back to.</summary>
    ISuspicionDetector Copy();
}
