using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Storage;
using PolicyTracker.Web.Api;

namespace PolicyTracker.Tests.Web.Api;

[Collection(PortalTests.Name)]
public sealed partial class OpenApiTests(PortalFixture portal)
{
    [Fact]
    public async Task Every_route_of_the_API_is_described_in_Chinese_with_its_problems_and_the_bearer_scheme()
    {
        var document = await DocumentAsync();
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Route: $"{operation.Name.ToUpperInvariant()} {path.Name}", Operation: operation.Value))).ToList();
        Assert.Equal(Routes().Order(StringComparer.Ordinal), described.Select(each => each.Route).Order(StringComparer.Ordinal));
        Assert.All(described, each =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", each.Operation.GetProperty("summary").GetString());
            var responses = each.Operation.GetProperty("responses");
            Assert.True(responses.TryGetProperty("200", out var good) || responses.TryGetProperty("201", out good));
            Assert.True(good.GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _));
            Assert.All(new[] { "400", "401", "403", "404" }, status =>
                Assert.EndsWith("/ProblemDetails", responses.GetProperty(status).GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString(), StringComparison.Ordinal));
            Assert.Equal(each.Route.StartsWith("POST", StringComparison.Ordinal), each.Operation.TryGetProperty("requestBody", out _) && responses.TryGetProperty("409", out _));
        });
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
        Assert.True(document.GetProperty("security")[0].TryGetProperty("bearer", out _));
    }

    [Fact]
    public async Task Filters_of_the_tasks_have_their_names_and_true_types()
    {
        var parameters = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/v1/tasks").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"));
        string[] named = ["jurisdiction", "department", "role", "document", "status", "light", "leader", "gap", "due-from", "due-to", "q", "sort", "page", "page-size"];
        Assert.Empty(named.Except(parameters.Keys));
        Assert.All(new[] { "jurisdiction", "department", "document", "page", "page-size" }, name => Assert.Equal("integer", parameters[name].GetProperty("type").GetString()));
        Assert.All(new[] { "due-from", "due-to", "since", "as-of" }, name => Assert.Equal("date", parameters[name].GetProperty("format").GetString()));
        Assert.Equal(2000, parameters["page-size"].GetProperty("maximum").GetInt32());
        Assert.Contains(parameters["status"].GetProperty("items").GetProperty("enum").EnumerateArray(), value => value.GetString() == "open");
    }

    [Fact]
    public async Task Every_described_value_of_a_filter_is_taken()
    {
        using var client = await ClientAsync();
        foreach (var parameter in ApiParameters.OfTasks.All.Where(parameter => parameter.Values is not null))
        {
            foreach (var value in parameter.Values!)
            {
                var answer = await client.GetAsync($"/api/v1/tasks?page-size=1&{parameter.Name}={value}");
                Assert.Equal((parameter.Name, value, HttpStatusCode.OK), (parameter.Name, value, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task Stranger_does_not_read_the_description()
    {
        using var client = portal.Client();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/openapi/v1.json")).StatusCode);
    }

    // As the portal itself maps them; nothing is started.
    private static IEnumerable<string> Routes()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddTracker("Host=nowhere", Path.GetTempPath());
        var app = builder.Build();
        app.MapReadApi();
        app.MapActApi();
        return ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .Select(endpoint => $"{endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0]} {Constraint().Replace(endpoint.RoutePattern.RawText!, "}").TrimEnd('/')}");
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = await ClientAsync();
        return JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;
    }

    private async Task<HttpClient> ClientAsync()
    {
        var client = portal.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync(AccountRole.Leader));
        return client;
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
