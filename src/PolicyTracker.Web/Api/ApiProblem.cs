using FluentValidation;
using PolicyTracker.Core;

namespace PolicyTracker.Web.Api;

/// <summary>ProblemDetails in Chinese.</summary>
public static class ApiProblem
{
    public static IResult Of(int status, string detail) => Results.Problem(detail, statusCode: status, title: status switch
    {
        StatusCodes.Status400BadRequest => "请求有误",
        StatusCodes.Status403Forbidden => "没有权限",
        StatusCodes.Status404NotFound => "没有找到",
        StatusCodes.Status409Conflict => "现在不能这样做",
        _ => null,
    });
}

/// <summary>What a rule refuses becomes the answer: 403 no right, 404 no such thing, 409 not possible now, 400 bad input.</summary>
public sealed class RuleExceptionFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ForbiddenException refused)
        {
            return ApiProblem.Of(StatusCodes.Status403Forbidden, refused.Message);
        }
        catch (NotFoundException refused)
        {
            return ApiProblem.Of(StatusCodes.Status404NotFound, refused.Message);
        }
        catch (RuleException refused)
        {
            return ApiProblem.Of(StatusCodes.Status409Conflict, refused.Message);
        }
        catch (ValidationException refused)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, string.Join("", refused.Errors.Select(error => error.ErrorMessage)));
        }
    }
}
