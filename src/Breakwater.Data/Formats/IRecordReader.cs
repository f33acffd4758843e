namespace Breakwater.Data;

/// <summary>Records of a text file, one after the other; what a field returns lives until the next read.</summary>
internal interface IRecordReader
{
    /// <summary>Names of the fields by position.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Of the record read last, from 1.</summary>
    long Line { get; }

    string Problem { get; }

    ReadOnlySpan<byte> Raw { get; }

    RecordStatus Read();

    /// <summary>Empty where the record has no such field.</summary>
    ReadOnlySpan<byte> Field(int index);
}
