namespace Breakwater.Data;

internal static class ParquetWriting
{
    public static void Write<TRow>(string path, IReadOnlyList<TableColumn<TRow>> columns, IEnumerable<TRow> rows)
    {
        using DuckDbConnection connection = DuckDbConnection.OpenInMemory(path + ".spill", threads: 1);
        IEnumerable<string> definitions = columns.Select(column => $"{Sql.Name(column.Name)} {column.Type}");
        connection.Execute($"CREATE TABLE written ({string.Join(", ", definitions)})");
        using (var appender = new DuckDbAppender(connection, "written"))
        {
            foreach (TRow[] chunk in rows.Chunk(DuckDbAppender.Capacity))
            {
                Append(appender, columns, chunk);
            }

            appender.Flush();
        }

        connection.Execute($"COPY written TO {Sql.Text(path)} {ParquetTransaction.Compressed}");
    }

    private static void Append<TRow>(DuckDbAppender appender, IReadOnlyList<TableColumn<TRow>> columns, TRow[] rows)
    {
        for (int column = 0; column < columns.Count; column++)
        {
            DuckDbVector vector = appender.Column(column);
            for (int row = 0; row < rows.Length; row++)
            {
                columns[column].Write(ref vector, row, rows[row]);
            }
        }

        appender.Append(rows.Length);
    }
}
