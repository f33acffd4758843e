using Breakwater.Lab;
using Breakwater.Runs;

namespace Breakwater.Server;

/// <summary>The calculator of <c>breakwater margin</c>, one caller after the other.</summary>
internal sealed class SharedCalculator(ServerOptions options)
{
    private readonly Lock _lock = new();
    private readonly RuleBook _book = new(options.Content);

    public IReadOnlyList<string> Venues => _book.Names;

    /// <param name="questions">JSON Lines.</param>
    /// <returns>As many answers, JSON Lines.</returns>
    public byte[] Answer(byte[] questions)
    {
        using var asked = new MemoryStream(questions);
        using var answers = new MemoryStream();
        lock (_lock)
        {
            QuestionFile.Answer(new Calculator(_book), asked, answers);
        }

        return answers.ToArray();
    }
}
