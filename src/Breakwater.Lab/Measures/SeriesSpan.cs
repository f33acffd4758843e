namespace Breakwater.Lab;

/// <summary>How many rows of a series were read, and over which time.</summary>
internal sealed class SeriesSpan(string name, DateTime from)
{
    public string Name => name;

    public DateTime From { get; } = from;

    public DateTime To { get; private set; } = from;

    public long Rows { get; private set; }

    public void Extend(DateTime time)
    {
        To = time;
        Rows++;
    }
}
