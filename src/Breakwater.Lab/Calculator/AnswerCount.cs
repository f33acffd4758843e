namespace Breakwater.Lab;

/// <summary>How many questions were answered.</summary>
/// <param name="Questions">All of them.</param>
/// <param name="Errors">Those whose answer is an error.</param>
public readonly record struct AnswerCount(long Questions, long Errors)
{
    public static AnswerCount operator +(AnswerCount left, AnswerCount right) =>
        new(left.Questions + right.Questions, left.Errors + right.Errors);
}
