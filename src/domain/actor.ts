/** Who does something (tự khai), and when: "2024-03-15 16:20:00", time of Viet Nam. */
export interface Actor {
  who: string;
  at: string;
}
