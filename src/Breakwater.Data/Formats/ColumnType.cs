namespace Breakwater.Data;

/// <summary>How a column is stored: microseconds of UTC, a double, or text. A missing value is NULL.</summary>
public enum ColumnType
{
    Time,
    Number,
    Text,
}
