using FluentValidation;
using FluentValidation.Results;
using PolicyTracker.Core;

namespace PolicyTracker.Web.Departments;

/// <summary>What went wrong with a form: beside its fields, or for the whole of it.</summary>
public sealed record FormProblems(IReadOnlyList<ValidationFailure> Errors, string? Refusal)
{
    public static readonly FormProblems None = new([], null);

    /// <summary>Does what a form asks for. A refusal of rights is not the form's: it is answered as 403.</summary>
    public static async Task<FormProblems> OfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return None;
        }
        catch (ValidationException invalid)
        {
            return new([.. invalid.Errors], null);
        }
        catch (RuleException refused) when (refused is not ForbiddenException)
        {
            return new([], refused.Message);
        }
    }

    /// <summary>What a person typed as a list: a name a line.</summary>
    public static IReadOnlyList<string> Lines(string? typed) =>
        [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
