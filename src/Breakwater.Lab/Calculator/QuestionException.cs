namespace Breakwater.Lab;

/// <summary>A question that cannot be answered, with what is wrong and where.</summary>
internal sealed class QuestionException : Exception
{
    public QuestionException() { }

    public QuestionException(string message)
        : base(message) { }

    public QuestionException(string message, Exception inner)
        : base(message, inner) { }

    public QuestionException(string code, string? field, string message)
        : base(message)
    {
        Code = code;
        Field = field;
    }

    /// <summary>invalidJson, missing, invalid, unknownVenue, unknownKind or notApplicable.</summary>
    public string Code { get; } = "invalid";

    /// <summary>Such as <c>account.positions[0].quantity</c>; null where it is the question as a whole.</summary>
    public string? Field { get; }

    public static QuestionException Missing(string field) => new("missing", field, $"{field} is missing");

    public static QuestionException Invalid(string field, string problem) =>
        new("invalid", field, $"{field} {problem}");

    public static QuestionException NotApplicable(string message) => new("notApplicable", null, message);
}
