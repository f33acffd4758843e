using Breakwater.Lab;

namespace Breakwater.Cli;

/// <summary>Says how many theories are done.</summary>
internal sealed class VerificationProgress(StatusLine line) : IVerificationProgress
{
    public void Finished(int theories, int of) =>
        line.Write(FormattableString.Invariant($"verifying: {theories} of {of} theories"));
}
