using System.Globalization;
using Breakwater.Domain;
using Breakwater.Runs;

namespace Breakwater.Cli;

/// <summary>Says how far a run is.</summary>
internal sealed class RunProgress(StatusLine line) : IRunProgress
{
    private string _stage = "";

    public void Began(string stage)
    {
        _stage = stage;
        line.Write(stage + "...");
    }

    public void Reached(Timestamp time, double share) =>
        line.WriteNowAndThen(() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_stage} {share, 4:P0}  {time.ToDateTimeOffset():HH:mm:ss} UTC"
            )
        );
}
