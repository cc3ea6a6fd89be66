using GovReportIngest.Storage.Tests.Agencies;
using GovReportIngest.Storage.Tests.Archives;
using GovReportIngest.Storage.Tests.Documents;
using GovReportIngest.Storage.Tests.Quality;
using GovReportIngest.Storage.Tests.Queries;
using GovReportIngest.Storage.Tests.Review;
using GovReportIngest.Storage.Tests.Search;
using GovReportIngest.Storage.Tests.Users;

namespace GovReportIngest.Storage.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class PostgresCatalogueTests(PostgresFixture fixture) : CatalogueContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresAgencyTests(PostgresFixture fixture) : AgencyContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresDocumentTests(PostgresFixture fixture) : DocumentContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresWorkTests(PostgresFixture fixture) : WorkContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresArrivalTests(PostgresFixture fixture) : ArrivalContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresClaimTests(PostgresFixture fixture) : ClaimContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresExtractionTests(PostgresFixture fixture) : ExtractionContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresQueryTests(PostgresFixture fixture) : QueryContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresQualityTests(PostgresFixture fixture) : QualityContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresReviewTests(PostgresFixture fixture) : ReviewContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresSearchTests(PostgresFixture fixture) : SearchContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresUserTests(PostgresFixture fixture) : UserContract(new PostgresStore(fixture.Server));

[Collection(PostgresTests.Name)]
public sealed class PostgresVerificationTests(PostgresFixture fixture) : VerificationContract(new PostgresStore(fixture.Server));
