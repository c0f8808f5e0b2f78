using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PolicyTracker.Web.Api;

/// <summary>/openapi/v1.json: the API described for programs and those who write them, in Chinese. Signed in only, like the API itself.</summary>
public static class OpenApiSetup
{
    private const string Bearer = "bearer";

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        // The description is made by these options, the answers by ReadApi.Json: names of enums in both.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        return services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer(DescribeAsync);
            options.AddOperationTransformer(DescribeAsync);
        });
    }

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi();

    /// <summary>What every endpoint of the API may answer besides what it is asked for.</summary>
    public static TBuilder WithProblems<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in new[] { StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound })
        {
            endpoints.WithMetadata(Problem(status));
        }

        return endpoints;
    }

    /// <summary>And what acts may answer.</summary>
    public static TBuilder WithConflict<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(Problem(StatusCodes.Status409Conflict));

    private static ProducesResponseTypeMetadata Problem(int status) => new(status, typeof(ProblemDetails), ["application/problem+json"]);

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = $"{Product.Name}接口",
            Version = "v1",
            Description = "能看到和能办理的，与令牌所属账号在网页上的相同。列表都是 {items, total, page, pageSize}；错误是中文的 ProblemDetails。",
        };
        // Where it is served depends on who asks.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "在“我的账号”里新建的接口令牌。" },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameters in metadata.OfType<ApiParameters>())
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. parameters.All.Select(Described)];
        }

        foreach (var body in metadata.OfType<ApiBody>())
        {
            var schema = await context.GetOrCreateSchemaAsync(body.Form, null, cancellation);
            operation.RequestBody = new OpenApiRequestBody
            {
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = schema } },
            };
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = Words(status);
        }
    }

    private static OpenApiParameter Described(ApiParameter parameter)
    {
        var schema = parameter.Kind switch
        {
            ApiParameterKind.Number => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = parameter.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            ApiParameterKind.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            ApiParameterKind.Text => new OpenApiSchema { Type = JsonSchemaType.String, Enum = parameter.Values is null ? null : [.. parameter.Values.Select(value => (JsonNode)value)] },
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Words,
            Schema = parameter.Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = schema } : schema,
            Explode = !parameter.Many,
            Style = parameter.Many ? ParameterStyle.Form : null,
        };
    }

    private static string Words(string status) => status switch
    {
        "200" => "成功",
        "201" => "已立项",
        "400" => "请求有误",
        "401" => "没有登录，或者令牌无效、过期",
        "403" => "没有权限",
        "404" => "没有找到，或者不在查看范围之内",
        "409" => "现在不能这样做，或者任务已被别人改过",
        _ => "",
    };
}
