using System.Text;

namespace Breakwater.Data;

internal sealed class TextColumn<TRow>(string name, Func<TRow, string?> value) : TableColumn<TRow>(name, "VARCHAR")
{
    public override void Write(ref DuckDbVector vector, int place, TRow row)
    {
        if (value(row) is { } text)
        {
            vector.SetText(place, Encoding.UTF8.GetBytes(text));
        }
        else
        {
            vector.SetNull(place);
        }
    }

    public override string Format(TRow row) => CsvWriting.Quoted(value(row) ?? "");
}
