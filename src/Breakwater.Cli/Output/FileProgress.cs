using System.Globalization;

namespace Breakwater.Cli;

/// <summary>Says how far into a file a task is.</summary>
internal sealed class FileProgress(StatusLine line)
{
    /// <param name="total">Of the same unit as what is done; zero where it is not known.</param>
    public void Report(string path, long done, long total) =>
        line.WriteNowAndThen(() =>
        {
            double percent = total > 0 ? 100.0 * done / total : 0;
            return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)} {percent:0} %");
        });
}
