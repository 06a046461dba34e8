package shop;

import java.time.Instant;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Component;

/** What takes long to make. */
@Component
public class Pages {
    @Cacheable("page")
    public String made() {
        return Instant.now().toString();
    }
}
