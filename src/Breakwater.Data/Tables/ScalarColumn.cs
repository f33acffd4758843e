namespace Breakwater.Data;

/// <summary>A column of values of one width.</summary>
/// <param name="stored">What DuckDB keeps for a value of this type.</param>
internal sealed class ScalarColumn<TRow, TValue, TStored>(
    string name,
    string type,
    Func<TRow, TValue?> value,
    Func<TValue, TStored> stored,
    Func<TValue, string> text
) : TableColumn<TRow>(name, type)
    where TValue : struct
    where TStored : unmanaged
{
    public override void Write(ref DuckDbVector vector, int place, TRow row)
    {
        if (value(row) is { } present)
        {
            vector.Set(place, stored(present));
        }
        else
        {
            vector.SetNull(place);
        }
    }

    public override string Format(TRow row) => value(row) is { } present ? text(present) : "";
}
