package shop;

import io.quarkus.cache.CacheResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** Quarkus' Redis cache with the TTLs that the operator delivers. */
@Path("/")
public class Shop {
    @GET
    @Path("query")
    @CacheResult(cacheName = "page")
    public String query() {
        return "made at " + Instant.now();
    }

    @GET
    @Path("health")
    public String health() {
        return "";
    }
}
